package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed of a lab in mid-run: rulesets, interfaces, tables. */
final class ChangesTest {
    private Trial trial;
    private LabTrial lab;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
        lab = new LabTrial(trial);
    }

    @Test
    void aRulesetStandsFromTheBeginningAndIsChangedInMidRun() {
        lab.passes(1, LabTrial.lab("""
                dut:
                  interfaces: {eth0: {wire: peer, addresses: [192.0.2.1/24]}}
                  nft: |
                    table inet t {
                      chain in { type filter hook input priority 0; tcp dport 9 drop; }
                    }
                """), """
                - inject: [tcp: {dport: 9, flags: S}]
                - silence
                - nft: flush ruleset
                - inject: [tcp: {dport: 9, flags: S}]
                - expect: [tcp: {flags: RA}]
                """);
    }

    @Test
    void aWrongRulesetIsToldWithTheWordsOfNftAtItsPlace() {
        String hosts = LabTrial.lab("dut:\n  interfaces: {eth0: {wire: peer}}\n  nft: table inet t { nonsense }\n");
        assertThat(Trial.failure(lab.spec(hosts, "- silence\n")))
                .contains("topology.spec.yaml:8:16: host dut: nft does not take this ruleset", "nonsense", "rror");
        assertThat(trial.failure("- nft: flush everything\n"))
                .contains("trial.spec.yaml:5:9", "nft does not take this ruleset", "flush everything");
    }

    @Test
    void anInterfaceGoesDownAndComesUpAgainWithAnotherMtu() {
        lab.passes(1, "family: ipv4\n", """
                - socket: {type: SOCK_RAW, protocol: 253}
                  as: s
                - link: {eth0: down}
                - sendto: {socket: s, to: peer, payload: hello}
                  fails: ENETUNREACH
                - link: {eth0: {state: up, mtu: 600}}
                - neighbour: {add: {to: peer, mac: peer}}
                - setsockopt: {socket: s, option: IP_MTU_DISCOVER, value: IP_PMTUDISC_DO}
                - sendto: {socket: s, to: peer, payload: {size: 581}}
                  fails: EMSGSIZE
                - sendto: {socket: s, to: peer, payload: {size: 580}}
                - expect: [ipv4: {len: 600, proto: 253}]
                """);
    }

    @Test
    void aWireWhoseInterfaceIsDownIsSilentAndTakesNothing() {
        trial.passes("- link: {eth0: down}\n- silence\n");
        assertThat(trial.failure("- link: {eth0: down}\n- inject: [tcp]\n"))
                .contains("trial.spec.yaml:6:9: this packet cannot be put on a wire: send(", "ENOBUFS");
    }

    @Test
    void tablesAreChangedInMidRun() {
        lab.passes(1, "family: ipv4\n", """
                - socket: {type: SOCK_RAW, protocol: 253}
                  as: s
                - route: {add: {to: 10.0.0.0/8, via: peer}}
                - route: {add: {to: 10.0.0.0/8, via: peer}}
                  fails: EEXIST
                - sendto: {socket: s, to: 10.1.1.1, payload: hello}
                - expect: [eth: {dst: peer}, ipv4: {src: dut, dst: 10.1.1.1}, payload: hello]
                - address: {add: {address: 192.0.2.9/24}}
                - neighbour: {add: {to: 192.0.2.77, mac: "02:00:00:00:77:01"}}
                - route: {replace: {to: 10.0.0.0/8, via: 192.0.2.77, src: 192.0.2.9}}
                - sendto: {socket: s, to: 10.1.1.1, payload: hello}
                - expect: [eth: {dst: "02:00:00:00:77:01"}, ipv4: {src: 192.0.2.9, dst: 10.1.1.1}, payload: hello]
                - rule: {add: {to: 10.1.0.0/16, action: prohibit, priority: 10}}
                - sendto: {socket: s, to: 10.1.1.1, payload: hello}
                  fails: EACCES
                - rule: {del: {to: 10.1.0.0/16, action: prohibit, priority: 10}}
                - route: {del: {to: 10.0.0.0/8}}
                - sendto: {socket: s, to: 10.1.1.1, payload: hello}
                  fails: ENETUNREACH
                """);
    }

    @Test
    void aChangeThatFailsIsToldWithTheWordsOfTheKernel() {
        assertThat(trial.failure("- route: {del: {to: 10.0.0.0/8}}\n"))
                .contains("trial.spec.yaml:5:9: host dut: deleting route 10.0.0.0/8 failed: ESRCH");
        assertThat(trial.failure("- route: {del: {to: 10.0.0.0/8}}\n  fails: EEXIST\n"))
                .contains("failed: ESRCH", "expected it to fail with EEXIST");
        assertThat(trial.failure("- link: {eth0: up}\n  fails: EEXIST\n"))
                .contains("the change was made, expected it to fail with EEXIST");
    }
}
