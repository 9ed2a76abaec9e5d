import java.io.PrintWriter;
import java.util.Random;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the entry classes named, as Surefire's fork does, without Maven's seconds of start-up before every kill. Of their
 * tests as many as the system property oneIn says.
 */
final class RunOnce {
    private RunOnce() {}

    public static void main(String[] classes) {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(DiscoverySelectors.selectClass(name));
        }
        // At random, so that every kill meets others.
        int oneIn = Integer.getInteger("oneIn", 1);
        var random = new Random();
        request.filters((PostDiscoveryFilter) test -> FilterResult.includedIf(random.nextInt(oneIn) == 0));
        LauncherFactory.create().execute(request.build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.err, true));
        boolean passed = summary.getTestsFoundCount() > 0 && summary.getTotalFailureCount() == 0;
        System.exit(passed ? 0 : 1);
    }
}
