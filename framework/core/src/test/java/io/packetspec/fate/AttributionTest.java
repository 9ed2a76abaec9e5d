package io.packetspec.fate;

import static io.packetspec.fate.Happening.Place.CALL;
import static io.packetspec.fate.Happening.Place.INTERRUPT;
import static io.packetspec.fate.Happening.Place.SOFT_INTERRUPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.fate.Happening.Kind;
import io.packetspec.fate.Happening.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose doing a drop was, told from streams of events as kernels make them, and from some that only a busy one makes. */
final class AttributionTest {
    private static final int OURS = 10;
    private static final int THEIRS = 20;
    private static final int NOBODYS = 30;
    private static final long X = 0x100;
    private static final long Y = 0x200;

    private final List<String> ours = new ArrayList<>();
    private final List<String> theirs = new ArrayList<>();
    private final Attribution<List<String>> attribution =
            new Attribution<>("far"::equals, (to, fate) -> to.add(fate.reason()));

    AttributionTest() {
        attribution.act(OURS, () -> ours);
        attribution.act(THEIRS, () -> theirs);
    }

    private void queued(int thread, Place place, long packet, String device) {
        happened(Kind.QUEUED, 0, thread, place, packet, device, null);
    }

    private void received(int thread, long packet) {
        happened(Kind.RECEIVED, 0, thread, SOFT_INTERRUPT, packet, "", null);
    }

    private void polled() {
        happened(Kind.POLLED, 0, OURS, SOFT_INTERRUPT, 0, "", null);
    }

    private void dropped(int processor, int thread, Place place, long packet, String reason) {
        Fate fate = new Fate(Fate.Kind.DROP, reason, 1, 0x0800);
        happened(Kind.ENDED, processor, thread, place, packet, "", fate);
    }

    private void happened(
            Kind kind, int processor, int thread, Place place, long packet, String device, @Nullable Fate fate) {
        attribution.happened(new Happening(kind, processor, thread, place, packet, device, fate));
    }

    @Test
    void anInjectedPacketIsDroppedWhileItIsReceived() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "TCP_CSUM");
        polled();
        assertThat(ours).containsExactly("TCP_CSUM");
        assertThat(theirs).isEmpty();
    }

    @Test
    void anotherThreadMayReceiveIt() {
        queued(OURS, CALL, X, "eth0");
        received(NOBODYS, X);
        dropped(0, NOBODYS, SOFT_INTERRUPT, X, "NO_SOCKET");
        received(THEIRS, Y);
        dropped(0, THEIRS, SOFT_INTERRUPT, Y, "OTHERHOST");
        assertThat(ours).containsExactly("NO_SOCKET");
        assertThat(theirs).isEmpty();
    }

    @Test
    void ourThreadMayReceiveWhatIsTheirs() {
        queued(THEIRS, CALL, Y, "eth0");
        queued(OURS, CALL, X, "eth0");
        received(OURS, Y);
        dropped(0, OURS, SOFT_INTERRUPT, Y, "IP_CSUM");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "NO_SOCKET");
        assertThat(ours).containsExactly("NO_SOCKET");
        assertThat(theirs).containsExactly("IP_CSUM");
    }

    @Test
    void whatATimerDropsInOurContextIsNobodys() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        polled();
        dropped(0, OURS, SOFT_INTERRUPT, Y, "TCP_CSUM");
        assertThat(ours).isEmpty();
    }

    @Test
    void anInterruptAndAnotherProcessorAreNobodys() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        dropped(0, OURS, INTERRUPT, Y, "QDISC_DROP");
        dropped(1, THEIRS, SOFT_INTERRUPT, Y, "TCP_CSUM");
        assertThat(ours).isEmpty();
        assertThat(theirs).isEmpty();
    }

    @Test
    void aCloneOfOursIsOurs() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, Y, "SOCKET_RCVBUFF");
        assertThat(ours).containsExactly("SOCKET_RCVBUFF");
    }

    @Test
    void whatWeCauseAtTheFarEndIsOfNoInterest() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        queued(OURS, SOFT_INTERRUPT, Y, "far");
        received(OURS, Y);
        dropped(0, OURS, SOFT_INTERRUPT, Y, "OTHERHOST");
        assertThat(ours).isEmpty();
    }

    @Test
    void anAnswerInTheBufferOfItsQuestionIsStillAtTheFarEnd() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        queued(OURS, SOFT_INTERRUPT, X, "far");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "OTHERHOST");
        assertThat(ours).isEmpty();
    }

    @Test
    void whatIsForwardedStaysOurs() {
        queued(OURS, CALL, X, "left");
        received(OURS, X);
        queued(OURS, SOFT_INTERRUPT, X, "eth0");
        polled();
        received(NOBODYS, X);
        dropped(0, NOBODYS, SOFT_INTERRUPT, X, "IP_NOPROTO");
        assertThat(ours).containsExactly("IP_NOPROTO");
    }

    @Test
    void aBridgePassesTheSamePacketOn() {
        queued(OURS, CALL, X, "port");
        received(OURS, X);
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "UDP_CSUM");
        assertThat(ours).containsExactly("UDP_CSUM");
    }

    @Test
    void aBufferThatAStrangerTookOverIsTheStrangers() {
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        polled();
        queued(NOBODYS, CALL, X, "eth0");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "TCP_CSUM");
        assertThat(ours).isEmpty();
    }

    @Test
    void aCallThatDropsIsItsThreads() {
        dropped(1, THEIRS, CALL, Y, "NETFILTER_DROP");
        dropped(1, NOBODYS, CALL, Y, "TCP_CSUM");
        assertThat(theirs).containsExactly("NETFILTER_DROP");
        assertThat(ours).isEmpty();
    }

    @Test
    void aThreadThatRestsIsNotAnswerable() {
        attribution.rest(OURS);
        queued(OURS, CALL, X, "eth0");
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "NOT_SPECIFIED");
        assertThat(ours).isEmpty();
    }

    @Test
    void whatWasOnItsWayWhenEventsWereLostIsNobodys() {
        queued(OURS, CALL, X, "eth0");
        attribution.forget();
        received(OURS, X);
        dropped(0, OURS, SOFT_INTERRUPT, X, "TCP_CSUM");
        assertThat(ours).isEmpty();
    }
}
