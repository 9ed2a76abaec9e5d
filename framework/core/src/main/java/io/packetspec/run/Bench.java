package io.packetspec.run;

import io.packetspec.lab.Host;
import io.packetspec.lab.Lab;
import io.packetspec.packet.Notation;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.run.call.Arguments;
import io.packetspec.run.call.CallResult;
import io.packetspec.run.flow.Flows;
import io.packetspec.run.frame.Allowance;
import io.packetspec.run.frame.Captured;
import io.packetspec.run.frame.Envelope;
import io.packetspec.run.frame.FramePlace;
import io.packetspec.run.frame.Network;
import io.packetspec.run.time.Doing;
import io.packetspec.run.time.Events;
import io.packetspec.run.time.Lateness;
import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;

/** What one run of a spec works with: its lab, a tap on each wire, the names known so far, trace and lateness. */
final class Bench {
    /** A call in the background, and when its thread was started. */
    record Pending(Step.Call step, Arguments arguments, long started, Future<CallResult> result) {}

    private final Variant variant;
    private final Lab lab;
    private final Network network;
    private final Settings settings;
    private final Trace trace;
    private final Lateness lateness;
    private final Scope scope;
    private final Map<String, Tap> taps = new LinkedHashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Flows flows;
    private final Allowance allowance;
    private final Markers markers = new Markers(this);
    private final Events events = new Events();
    private final Witness witness;
    private long datagrams;

    Bench(Variant variant, Lab lab, Settings settings, Trace trace, Lateness lateness) {
        this.variant = variant;
        this.lab = lab;
        this.network = new Network(variant.lab());
        this.settings = settings;
        this.trace = trace;
        this.lateness = lateness;
        this.scope = new Scope(variant);
        this.flows = new Flows(variant.flows(), scope::keep);
        this.allowance = Allowance.of(variant.allow(), flows, scope.names());
        this.witness = Witness.of(variant);
        lab.wires().forEach(wire -> taps.put(wire.name(), new Tap(wire, trace, lateness, witness)));
    }

    /** The lab is ready: from here on time counts. */
    void begin() {
        trace.begin();
        lateness.restart();
        events.did(Doing.at(Trace.now()));
    }

    Settings settings() {
        return settings;
    }

    Trace trace() {
        return trace;
    }

    Lateness lateness() {
        return lateness;
    }

    Scope scope() {
        return scope;
    }

    Variant variant() {
        return variant;
    }

    Network network() {
        return network;
    }

    Collection<Host> hosts() {
        return lab.hosts();
    }

    Host host(String name) {
        return lab.host(name);
    }

    Map<String, Tap> taps() {
        return taps;
    }

    Tap tap(String wire) {
        Tap tap = taps.get(wire);
        if (tap == null) {
            throw new IllegalStateException("no wire " + wire);
        }
        return tap;
    }

    Map<String, Pending> pending() {
        return pending;
    }

    /** A frame of this wire. */
    Captured captured(String wire, long time, Octets frame) {
        return Captured.frame(time, frame, network.wire(wire).layer3());
    }

    /** The packet as it goes on this wire, from the Ethernet header on. */
    Packet framed(Packet packet, String wire) {
        return new Envelope(
                        network.wire(wire), network.attached(wire), tap(wire).vicinity(), variant.family())
                .around(packet);
    }

    /** The TCP connections that the spec declares. */
    Flows flows() {
        return flows;
    }

    /** An identification that no other datagram of this run has: 1, 2, 3. */
    long nextDatagram() {
        return ++datagrams;
    }

    Markers markers() {
        return markers;
    }

    /** What may come at any time. */
    Allowance allowance() {
        return allowance;
    }

    /** Keeps what happened under a name, for expressions and for times. */
    void keep(String name, Object value, Doing event) {
        scope.keep(name, value);
        events.name(name, event);
    }

    void keep(String name, Captured frame) {
        keep(name, frame.names(), Doing.at(frame.time()));
    }

    Events events() {
        return events;
    }

    Witness witness() {
        return witness;
    }

    /** A frame in the notation of specs, and where to find it in the capture file of its wire. */
    String shown(String wire, Captured frame) {
        return Notation.line(frame.dissection()) + "          " + FramePlace.of(trace, wire, frame);
    }

    void note(String text) {
        trace.add(new Event.Note(Trace.now(), text));
    }
}
