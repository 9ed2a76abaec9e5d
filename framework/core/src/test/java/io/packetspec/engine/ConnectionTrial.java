package io.packetspec.engine;

/** Tests of what scripts of packetdrill do with a connection. */
abstract class ConnectionTrial extends ScriptTrial {
    /** In line 10 the connection has descriptor 4, and a maximum segment size of 1000. */
    static final String CONNECTION = """
            --tolerance_usecs=10000
            `sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_ecn=0 net.ipv4.tcp_congestion_control=reno`
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 32792 <mss 1000>
            +0 > S. 0:0(0) ack 1 <...>
            +.01 < . 1:1(0) ack 1 win 32792
            +0 accept(3, ..., ...) = 4
            """;

    final String failing(String steps) {
        return failure(CONNECTION + steps);
    }

    final void passes(String steps) {
        passes(script("a-v4.pkt", CONNECTION + steps), 2);
    }
}
