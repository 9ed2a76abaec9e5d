package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.abi.Errno;
import io.packetspec.linux.Obstacle.Facts;
import io.packetspec.linux.Obstacle.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObstacleTest {
    private static final String REFUSED = "unshare: unshare failed: Operation not permitted";

    @Test
    void anOrdinaryUserWhoMayEnterAUserNamespaceIsToldHow() {
        assertThat(words("EPERM", 1000, false, false, Map.of(Obstacle.USER_NAMESPACES, "96365"), ""))
                .isEqualTo(
                        "This JVM may not make network namespaces (unshare(CLONE_NEWNET) failed with EPERM): it runs as"
                                + " user 1000, without CAP_SYS_ADMIN and in no user namespace of its own. Let Surefire"
                                + " start this JVM through ci/lab/bin/java (its parameter jvm), which enters a user"
                                + " namespace, or run it as root, in a container with --cap-add SYS_ADMIN --cap-add"
                                + " NET_ADMIN.");
    }

    @ParameterizedTest
    @CsvSource({
        "kernel.unprivileged_userns_clone, 0, 1",
        "user.max_user_namespaces, 0, 65536",
        "kernel.apparmor_restrict_unprivileged_userns, 1, 0"
    })
    void theSysctlThatSwitchesUserNamespacesOffIsNamed(String key, String off, String on) {
        assertThat(words("EPERM", 1000, false, false, Map.of(key, off), REFUSED))
                .contains("and user namespaces are off (" + key + " is " + off + ").")
                .contains("sysctl -w " + key + "=" + on)
                .contains("ci/lab/bin/java");
    }

    @Test
    void aSysctlIsNotBlamedWhereAUserNamespaceCanBeEntered() {
        assertThat(words("EPERM", 1000, false, false, Map.of(Obstacle.APPARMOR, "1"), ""))
                .doesNotContain("apparmor");
    }

    @Test
    void aRefusalThatNoSysctlExplainsIsQuoted() {
        assertThat(words("EPERM", 0, false, true, Map.of(Obstacle.USER_NAMESPACES, "96365"), REFUSED))
                .isEqualTo(
                        "This JVM may not make network namespaces (unshare(CLONE_NEWNET) failed with EPERM): it runs as"
                                + " root, without CAP_SYS_ADMIN, and may not enter a user namespace either (unshare:"
                                + " unshare failed: Operation not permitted): a seccomp filter is in place. Run it as"
                                + " root, in a container with --cap-add SYS_ADMIN --cap-add NET_ADMIN or --security-opt"
                                + " seccomp=unconfined.");
    }

    @Test
    void whoHasTheCapabilityIsToldWhatForbidsItAllTheSame() {
        assertThat(words("EPERM", 0, true, true, Map.of(), REFUSED))
                .contains("failed with EPERM: a seccomp filter forbids it. Start the container with --security-opt"
                        + " seccomp=unconfined.");
        assertThat(words("EACCES", 0, true, false, Map.of(), REFUSED))
                .contains("failed with EACCES: a security module")
                .contains("apparmor=unconfined");
    }

    @Test
    void namespacesThatAreUsedUpOrNotBuiltAreToldApart() {
        assertThat(words("ENOSPC", 0, true, false, Map.of(Obstacle.NET_NAMESPACES, "0"), ""))
                .contains("ENOSPC, and user.max_net_namespaces is 0.", "sysctl -w user.max_net_namespaces=65536");
        assertThat(words("EINVAL", 0, true, false, Map.of(), "")).contains("CONFIG_NET_NS");
    }

    @Test
    void whatANamespaceCannotBeUsedForIsNamedWithItsRemedy() {
        assertThat(Obstacle.words(facts(Step.LOOPBACK, "EPERM")))
                .isEqualTo("This JVM may make network namespaces but not use them: bringing up lo in one failed with"
                        + " EPERM. Give it CAP_NET_ADMIN, in a container with --cap-add NET_ADMIN.");
        assertThat(Obstacle.words(facts(Step.RAW_SOCKET, "EPERM"))).contains("--cap-add NET_RAW");
        assertThat(Obstacle.words(facts(Step.SYSCTL, "EROFS"))).contains("read-only", "systempaths=unconfined");
        assertThat(Obstacle.words(facts(Step.SYSCTL, "EACCES"))).doesNotContain("read-only");
    }

    private static String words(
            String errno,
            int user,
            boolean capable,
            boolean filtered,
            Map<String, String> sysctls,
            String userNamespace) {
        Errno named = Errno.named(errno).orElseThrow();
        return Obstacle.words(new Facts(Step.UNSHARE, named, user, capable, filtered, sysctls, userNamespace));
    }

    private static Facts facts(Step step, String errno) {
        return new Facts(step, Errno.named(errno).orElseThrow(), 0, true, false, Map.of(), "");
    }
}
