package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PrivilegesTest {
    @Test
    void whereLabsAreBuiltNothingIsInTheWay() {
        assertThat(Privileges.obstacle()).isEmpty();
    }

    @Test
    void tryingLeavesTheCallerWhereItIs() {
        String before = NetNs.identityOfThread();
        Privileges.obstacle();
        assertThat(NetNs.identityOfThread()).isEqualTo(before);
    }

    @Test
    void anOrdinaryUserIsToldToEnterAUserNamespace() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        assertThat(ForkedJvm.output(ForkedJvm.ORDINARY_USER, Probe.class))
                .startsWith("This JVM may not make network namespaces (unshare(CLONE_NEWNET) failed with EPERM):"
                        + " it runs as user 65534, without CAP_SYS_ADMIN and");
    }

    @Test
    void rootWithoutCapabilitiesIsToldSo() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        assertThat(ForkedJvm.output(List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all"), Probe.class))
                .contains("it runs as root, without CAP_SYS_ADMIN");
    }

    @Test
    void rootThatMayMakeNamespacesButNotConfigureThemIsToldTheCapability() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        assertThat(ForkedJvm.output(List.of("setpriv", "--bounding-set=-net_admin"), Probe.class))
                .contains("bringing up lo", "--cap-add NET_ADMIN");
        assertThat(ForkedJvm.output(List.of("setpriv", "--bounding-set=-net_raw"), Probe.class))
                .contains("opening a raw socket", "--cap-add NET_RAW");
    }

    @Test
    void readOnlySysctlsAreAnObstacle() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        String script = "mount --bind /proc/sys /proc/sys && mount -o remount,ro,bind /proc/sys && exec \"$@\"";
        assertThat(ForkedJvm.output(List.of("unshare", "--mount", "sh", "-c", script, "sh"), Probe.class))
                .contains("EROFS, for /proc/sys is read-only");
    }

    @Test
    void aUserNamespaceIsAsGoodAsRoot() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        assertThat(ForkedJvm.output(List.of("unshare", "--user", "--map-root-user", "--net"), Probe.class))
                .isEqualTo("nothing");
    }

    static final class Probe {
        public static void main(String[] arguments) {
            System.out.print(Privileges.obstacle().orElse("nothing"));
        }
    }
}
