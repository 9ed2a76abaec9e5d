package io.packetspec.allure;

import io.packetspec.engine.SpecListener.Subject;
import io.packetspec.spec.Spec;
import io.packetspec.spec.Variant;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a spec is, in Allure's words. */
final class Description {
    private final Subject subject;
    private final Kernel kernel;

    Description(Subject subject, Kernel kernel) {
        this.subject = subject;
        this.kernel = kernel;
    }

    void fill(TestResult result) {
        Spec spec = subject.spec();
        Variant variant = subject.variant();
        String path = spec.at().file();
        String id = path + "#" + spec.name();
        result.setName(variant.title());
        result.setFullName(path + ": " + variant.title());
        result.setTestCaseId(ResultsUtils.md5(id));
        result.setHistoryId(ResultsUtils.md5(id + "#" + variant.label() + "#" + kernel.series()));
        result.setDescription(about());
        result.getLabels().removeIf(Description::isOurs);
        result.getLabels().addAll(labels(path));
        result.getLinks().addAll(References.links(spec.refs()));
        result.getParameters().addAll(parameters());
    }

    private String about() {
        String file = subject.file().about();
        String spec = subject.spec().about();
        return spec.isBlank() ? file : file.isBlank() ? spec : spec + "\n\n" + file;
    }

    private static boolean isOurs(Label label) {
        return List.of("suite", "parentSuite", "subSuite", "feature", "story", "package", "testClass", "tag")
                .contains(label.getName());
    }

    private List<Label> labels(String path) {
        int slash = path.lastIndexOf('/');
        String feature = subject.file().feature();
        List<Label> labels = new ArrayList<>();
        labels.add(ResultsUtils.createParentSuiteLabel(slash < 0 ? "specs" : path.substring(0, slash)));
        labels.add(ResultsUtils.createSuiteLabel(feature));
        labels.add(ResultsUtils.createFeatureLabel(feature));
        labels.add(ResultsUtils.createStoryLabel(subject.spec().name()));
        labels.add(
                ResultsUtils.createPackageLabel(path.replaceFirst("\\..*", "").replace('/', '.')));
        subject.spec().tags().stream()
                .sorted()
                .map(ResultsUtils::createTagLabel)
                .forEach(labels::add);
        return labels;
    }

    /** History is kept by the parameters that are not excluded: by the kernel's series, not by every patch of it. */
    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(ResultsUtils.createParameter("kernel", kernel.series()));
        parameters.add(ResultsUtils.createParameter("release", kernel.release()).setExcluded(true));
        parameters.add(ResultsUtils.createParameter(
                "family", subject.variant().family().label()));
        new TreeMap<>(subject.variant().parameters())
                .forEach((name, value) -> parameters.add(ResultsUtils.createParameter(name, value)));
        return parameters;
    }
}
