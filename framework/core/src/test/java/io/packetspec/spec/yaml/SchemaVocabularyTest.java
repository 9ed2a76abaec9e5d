package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One word of a step or of a lab is changed: the schema takes the one and refuses the other. */
final class SchemaVocabularyTest {
    private static final String STEP = "feature: f\nspecs: [{spec: s, steps: [{%s}]}]\n";
    private static final String LAB = "feature: f\nlab: {%s}\nspecs: [{spec: s, steps: [silence]}]\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop: NO_SOCKET                                                            | NO_SOCKET    | NO_SOKET
            drop: {in: [NO_SOCKET, any]}                                               | in           | inn
            drop: any                                                                  | any          | absent
            reset-reason: NO_SOCKET                                                    | NO_SOCKET    | SK_RST_REASON_NO_SOCKET
            tcp_info: {socket: s, tcpi_state: TCP_ESTABLISHED}                         | tcpi_state   | tcpi_stat
            tcp_info: {socket: s, tcpi_state: TCP_ESTABLISHED}                         | TCP_ESTABL   | TCP_ESTABLL
            tcp_info: {socket: s, tcpi_rtt: {max: 9}}                                  | socket       | sokcet
            meminfo: {socket: s, rmem_alloc: {min: 1}}                                 | rmem_alloc   | rmem
            setsockopt: {socket: s, option: SO_LINGER, value: {onoff: 1}}              | onoff        | on
            setsockopt: {socket: s, option: SO_LINGER, value: {hex: "00"}}             | hex          | hexx
            setsockopt: {socket: s, option: SO_RCVTIMEO, value: 50ms}                  | 50ms         | 50m
            setsockopt: {socket: s, option: IP_TTL, value: 7}                          | 7            | seven
            setsockopt: {socket: s, option: IP_ADD_MEMBERSHIP, value: {multiaddr: a, ifindex: eth0}} | multiaddr | multiadr
            setsockopt: {socket: s, option: SO_ATTACH_FILTER, value: [[6, 0, 0, 0]]}   | 0, 0, 0      | 0, 256, 0
            getsockopt: {socket: s, option: SO_LINGER, value: {onoff: {not: 0}}}       | onoff        | linge
            getsockopt: {socket: s, option: SO_ERROR, value: {in: [1, 2]}}             | in           | inn
            sendmsg: {socket: s, payload: a, control: {IP_TTL: 7}}                     | IP_TTL       | IP_TTLL
            sendmsg: {socket: s, payload: a, control: [{level: 0, type: 2, hex: ff}]}  | level        | levle
            sendmsg: {socket: s, payload: a, control: {IP_PKTINFO: {ifindex: eth0}}}   | ifindex      | index
            recvmsg: {socket: s, control: {IP_TTL: absent, others: 0}}                 | others: 0    | others: 1
            recvmsg: {socket: s, control: {IP_RECVERR: {ee_errno: EPERM}}}             | EPERM        | EPREM
            recvmsg: {socket: s, from: {family: AF_INET, port: 5}}                     | port         | prot
            bind: {socket: s, address: {family: AF_PACKET, ifindex: eth0}}             | ifindex      | index
            bind: {socket: s, address: {family: AF_INET, length: 16}}                  | 16           | 160
            bind: {socket: s, address: {hex: 0a0b}}                                    | 0a0b         | 0a0x
            bind: {socket: s, address: {address: dut, port: 5}}                        | address: dut, | ''
            poll: {socket: s, events: POLLIN}                                          | ', events: POLLIN' | ''
            poll: {fds: [{socket: s, events: POLLIN, revents: POLLIN}]}                | revents      | events2
            poll: {fds: [{socket: s, events: POLLIN}]}                                 | fds          | socket: s, fds
            epoll_wait: {epoll: e, events: [{socket: s, events: EPOLLIN}]}             | EPOLLIN      | POLLIN
            epoll_ctl: {epoll: e, op: EPOLL_CTL_ADD, socket: s}                        | _ADD         | _AD
            ioctl: {socket: s, request: SIOCGIFMTU, name: eth0}                        | ', name: eth0' | ''
            ioctl: {socket: s, request: SIOCINQ, value: 7}                             | value        | name
            socket: {domain: AF_PACKET, type: SOCK_RAW, protocol: ETH_P_IP}            | AF_PACKET    | AF_INET
            socket: {type: SOCK_RAW, protocol: IPPROTO_TCP}                            | IPPROTO_TCP  | IPPROTO_TPC
            'fcntl: {socket: s, cmd: F_GETFL}, returns: O_RDWR|O_NONBLOCK'             | O_RDWR       | O_RDWRR
            cat: /proc/net/raw                                                         | /proc        | proc
            'cat: /proc/net/raw, fails: ENOENT'                                        | fails: ENOENT | 'fails: ENOENT, as: a'
            route: {add: {to: default, via: peer}}                                     | ', via: peer' | ''
            route: {del: {to: 10.0.0.0/8, type: blackhole}}                            | blackhole    | black
            rule: {replace: {to: 10.0.0.0/8, table: main}}                             | ', table: main' | ''
            neighbour: {add: {to: peer, mac: "02:00:00:00:00:09"}}                     | add          | put
            neighbour: {del: {to: peer}}                                               | del          | add
            address: {add: {address: 192.0.2.9/24}}                                    | /24          | ''
            link: {eth0: {state: down, mtu: 600}}                                      | down         | dwon
            counters: {TcpInSegs: +1, others: 0}                                       | 'TcpInSegs: +1, ' | ''
            handshake: {flow: c, options: [mss: 9], win: 5}                            | mss          | msss
            'inject: [ip, udp], fragment: {size: 8, order: [1, 0]}'                    | size: 8      | 'ranges: [[0, 8]]'
            'inject: [ip, udp], fragment: {ranges: [[0, 8]]}'                          | 'ranges: [[0, 8]]' | id: 9
            inject: [tcp: {flow: c, window: 9}]                                        | 'flow: c, '  | ''
            inject: [tcp: {flow: c, win: 9}]                                           | win          | 'window: 9, win'
            expect: [tcp: {options: {has: [sackOK], lacks: [ts]}}]                     | has          | set
            expect: [tcp: {options: {has: [sackOK], lacks: [mss: any]}}]               | any          | anny
            'expect: [ip], reassembled: true'                                          | true         | 'false'
            """)
    void aStepIsRead(String step, String right, String wrong) {
        takesButFor(STEP.formatted(step), right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hosts: {a: {interfaces: {e: {wire: w, offloads: {gro: on, tx-checksum: off}}}}}         | gro     | gor
            hosts: {a: {interfaces: {e: {wire: w, mac: "02:00:00:00:00:09"}}}}                      | :09     | :0
            hosts: {a: {interfaces: {e: {wire: w}, b: {bridge: [e]}}}}                              | bridge  | brigde
            hosts: {a: {interfaces: {e: {wire: w}, b: {bridge: {ports: [e], stp: on}}}}}            | stp: on | stp: 7
            hosts: {a: {interfaces: {e: {wire: w}, b: {bridge: {ports: [e], ageing: 9s}}}}}         | 9s      | 9
            hosts: {a: {interfaces: {e: {wire: w}, m: {macvlan: e, mode: vepa}}}}                   | vepa    | veppa
            hosts: {a: {interfaces: {e: {wire: w}, m: {macvlan: e, mode: vepa}}}}                   | macvlan: e, | ''
            hosts: {a: {interfaces: {e: {wire: w}, m: {macvlan: e}}}}                               | macvlan: e | 'macvlan: e, wire: w'
            hosts: {a: {interfaces: {e: {wire: w}, v: {vxlan: {id: 7, dev: e}}}}}                   | id: 7   | id: 0x1000000
            hosts: {a: {routes: [{to: default, dev: e, scope: link, onlink: on}]}}                  | link,   | lnk,
            hosts: {a: {routes: [{to: default, dev: e}]}}                                           | ', dev: e' | ''
            hosts: {a: {rules: [{from: 192.0.2.0/24, table: 100, priority: 9}]}}                    | priority | prio
            hosts: {a: {rules: [{fwmark: 7, action: blackhole}]}}                                   | blackhole | drop
            hosts: {a: {neighbours: [{to: 192.0.2.9, mac: "02:00:00:00:00:09", state: stale}]}}     | stale   | old
            'hosts: {a: {interfaces: {e: {wire: w}}}}, wires: {w: {type: l3}}'                      | l3      | l4
            'hosts: {a: {nft: flush ruleset}}'                                                      | flush ruleset | '[]'
            """)
    void aLabIsRead(String lab, String right, String wrong) {
        takesButFor(LAB.formatted(lab), right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'flows: {c: {from: "peer:4000", to: "dut:80", isn: 7}}'     | isn    | ins
            'flows: {c: {from: "peer:4000", to: "dut:80"}}'             | ', to: "dut:80"' | ''
            'flows: {c: {from: "peer:4000", to: "dut:80"}}'             | dut:80 | 'dut:66666'
            'requires: {device: [vxlan, vlan]}'                         | device | devise
            """)
    void aFileAndItsSpecsAreRead(String key, String right, String wrong) {
        takesButFor("feature: f\nspecs: [{spec: s, %s, steps: [silence]}]\n".formatted(key), right, wrong);
    }

    private static void takesButFor(String file, String right, String wrong) {
        assertThat(SchemaCheck.errors(file)).as(file).isEmpty();
        String changed = file.replace(right, wrong);
        assertThat(changed).as("the change of %s", file).isNotEqualTo(file);
        List<String> errors = SchemaCheck.errors(changed);
        assertThat(errors).as(changed).isNotEmpty();
    }
}
