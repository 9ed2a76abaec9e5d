package io.packetspec.lab;

import io.packetspec.lab.Cabling.Link;
import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Cabling.ToWire;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.ReceiveStamps;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.VethEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Builds a lab into an empty one, from the caller's thread: it holds what only building needs. */
final class LabBuilder implements AutoCloseable {
    /** An interface of the far end takes any frame: what limits a frame's size is the host's interface. */
    private static final int FAR_MTU = 65_535;

    private static final byte[] ANY_MAC = {};
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

    private final Plan plan;
    private final Lab lab;
    private final Cabling cabling;
    private final FarEnd farEnd = FarEnd.get();
    private final Deque<PacketSocket> sockets = new ArrayDeque<>();
    private final Map<String, HostSetup> setups = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();

    LabBuilder(Plan plan, Lab lab) {
        this.plan = plan;
        this.lab = lab;
        this.cabling = Cabling.of(plan);
    }

    void build() {
        ReceiveStamps.request();
        sockets.addAll(farEnd.openSockets((int) cables().count()));
        openHosts();
        createInterfaces();
        bringUp();
        settle();
        captureAll();
    }

    private void openHosts() {
        for (HostPlan one : plan.hosts()) {
            Host host = new Host(one.name(), NetNs.create());
            lab.add(host);
            setups.put(one.name(), new HostSetup(one, cabling, host));
        }
    }

    private void createInterfaces() {
        Map<HostSetup, Batch> batches = new LinkedHashMap<>();
        setups.values().forEach(setup -> batches.put(setup, new Batch()));
        for (ToWire wire : cabling.wires()) {
            if (!wire.isLayer3()) {
                VethEnd far = new VethEnd(wire.farName(), wire.farIndex(), ANY_MAC, FAR_MTU);
                batches.get(setup(wire.port())).veth(wire.port().end(), far, farEnd.namespace());
            }
            Wire opened = new Wire(wire.wire().name(), end(wire), Vicinity.of(wire, cabling));
            lab.add(opened);
            wires.add(opened);
        }
        for (Link link : cabling.links()) {
            NetNs other = setup(link.other()).host().namespace();
            batches.get(setup(link.one())).veth(link.one().end(), link.other().end(), other);
        }
        batches.forEach((setup, batch) -> setup.rtnetlink().apply(batch));
        if (!cabling.devices().isEmpty()) {
            setups.values().forEach(HostSetup::createDevices);
        }
    }

    private Stream<ToWire> cables() {
        return cabling.wires().stream().filter(wire -> !wire.isLayer3());
    }

    private WireEnd end(ToWire wire) {
        return wire.isLayer3()
                ? TunEnd.open(
                        setup(wire.port()).host().namespace(),
                        wire.port(),
                        wire.wire().segmentSize())
                : new CableEnd(sockets.remove(), wire.farIndex());
    }

    private HostSetup setup(Port port) {
        return setups.get(port.host().name());
    }

    /** The far end first: a frame from it needs no queue, so the wire works as soon as the host's end is up. */
    private void bringUp() {
        for (HostSetup setup : setups.values()) {
            setup.address();
        }
        await(HostSetup::isAddressed, "the addresses of the lab are not ready");
        farEnd.up(cables().map(ToWire::farIndex).toList());
        setups.values().forEach(HostSetup::up);
        await(HostSetup::isOperational, "the interfaces of the lab did not come up");
    }

    private void await(Predicate<HostSetup> condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!setups.values().stream().allMatch(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise + " within 5 s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void settle() {
        Neighbours neighbours = new Neighbours(cabling);
        for (HostSetup setup : setups.values()) {
            setup.settle(neighbours);
        }
    }

    /** Last, so that nothing of the set-up is captured. */
    private void captureAll() {
        for (int i = 0; i < wires.size(); i++) {
            ToWire end = cabling.wires().get(i);
            wires.get(i).capture();
            Port top = cabling.top(end.port());
            Readiness.prove(wires.get(i), end, top, setup(top).hasIpv6(top));
        }
        if (!cabling.devices().isEmpty()) {
            wires.forEach(Readiness::discard);
        }
    }

    @Override
    public void close() {
        setups.values().forEach(HostSetup::close);
        if (!sockets.isEmpty()) {
            Undertaker.bury(() -> sockets.forEach(PacketSocket::close));
        }
    }
}
