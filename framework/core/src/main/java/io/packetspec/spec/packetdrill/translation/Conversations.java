package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Header;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Flow;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.Ports;
import io.packetspec.spec.packetdrill.TcpFlags.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a script. Its packets are those of one at a time: of the socket that connected last, of the first
 * packet that came in after a socket began to listen, or of the socket for datagrams that was opened last.
 */
final class Conversations {
    private static final int FIRST_PORT = 40_000;
    private static final long TYPE = 0xf;
    private static final long DATAGRAM = 2;
    private static final Set<Long> ICMP = Set.of(1L, 58L);
    private static final long UDP = 17;
    private static final long ICMP_HEADER = 8;

    private final Net net;
    private final Settings settings;
    private final List<Flow> flows = new ArrayList<>();
    private @Nullable Conversation current;
    private Header protocol = Headers.TCP;
    private boolean listening;

    Conversations(Net net, Settings settings) {
        this.net = net;
        this.settings = settings;
    }

    List<Flow> flows() {
        return flows;
    }

    /** A socket, by the arguments of its call. Whom one for a stream will talk to is known only later. */
    void opens(At at, long type, long number) {
        boolean unsaid = number == 0 && (type & TYPE) == DATAGRAM;
        protocol = ICMP.contains(number) ? Headers.ICMP : number == UDP || unsaid ? Headers.UDP : Headers.TCP;
        if (protocol != Headers.TCP) {
            listening = false;
            begin(at, remote(settings.connectPort()), local(settings.bindPort()), false, 0);
        }
    }

    /** What a socket for echoes sends if nothing is said: a request, as far as so many octets can be one. */
    Optional<PacketTemplate> echo(At at, long length) {
        if (protocol != Headers.ICMP || length < ICMP_HEADER) {
            return Optional.empty();
        }
        byte[] octets = new byte[(int) length];
        octets[0] = (byte) (net.isIpv4() ? IcmpNames.IPV4 : IcmpNames.IPV6).echoRequest();
        LayerTemplate message =
                new Fields(at, Headers.RAW).set("data", Octets.of(octets)).layer();
        return Optional.of(new PacketTemplate(at, List.of(message)));
    }

    void listens() {
        listening = true;
    }

    void connects(At at, int port) {
        if (protocol == Headers.TCP) {
            listening = false;
            begin(at, remote(port == 0 ? settings.connectPort() : port), local(0), true, 0);
        }
    }

    /** Of a segment that comes in: it may be the first. */
    Conversation incoming(Body.Tcp tcp) {
        boolean none = current == null || protocol == Headers.TCP && current.protocol() != Headers.TCP;
        if (listening || none) {
            listening = false;
            protocol = Headers.TCP;
            begin(
                    tcp.at(),
                    remote(FIRST_PORT + flows.size()),
                    local(settings.bindPort()),
                    false,
                    tcp.sequence().start());
        }
        Conversation conversation = of(tcp.at(), Headers.TCP, tcp.ports());
        if (tcp.flags().set().containsAll(Set.of(Flag.SYN, Flag.ACK)) && conversation.isAnsweredFirst()) {
            answered(conversation, tcp.sequence().start());
        }
        return conversation;
    }

    /** The script's end of a connection that the kernel opened begins with this number. */
    private void answered(Conversation conversation, long isn) {
        Flow flow = conversation.flow();
        Flow begun = new Flow(flow.at(), flow.name(), World.WIRE, flow.far(), flow.host(), true, isn, 0);
        flows.set(flows.indexOf(flow), begun);
        conversation.becomes(begun);
    }

    /**
     * Of a packet of this protocol.
     *
     * @param ports of its own; with them it belongs to the socket there is, whatever that is for
     */
    Conversation of(At at, Header packet, Optional<Ports> ports) {
        if (current == null) {
            throw new Untranslatable(
                    at, "there is no connection that this packet could belong to: nobody has connected or sent before");
        }
        boolean foreign =
                ports.filter(p -> p.source() != 0 || p.destination() != 0).isPresent();
        Header socket = current.protocol();
        if (packet != socket && packet != Headers.ICMP && !foreign) {
            throw new Untranslatable(
                    at,
                    "a packet of " + packet + " belongs to no socket: the last that was opened is one for " + socket);
        }
        return current;
    }

    private Endpoint remote(int port) {
        return new Endpoint(net.remote(), port);
    }

    private Endpoint local(int port) {
        return new Endpoint(net.local(), port);
    }

    private void begin(At at, Endpoint far, Endpoint host, boolean fromHost, long isn) {
        Flow flow = new Flow(at, "connection " + (flows.size() + 1), World.WIRE, far, host, fromHost, isn, 0);
        flows.add(flow);
        current = new Conversation(protocol, flow);
    }
}
