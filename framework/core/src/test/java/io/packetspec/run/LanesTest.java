package io.packetspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who runs beside whom. */
final class LanesTest {
    private static final int PLACES = 2;
    private static final int COMPANY = 3;
    private final Lanes lanes = new Lanes(PLACES, COMPANY);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** A task that goes on until this is counted down. */
    private Runnable task(String name, CountDownLatch until) {
        return () -> {
            begun.add(name + " beside " + running.getAndIncrement());
            try {
                until.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
        };
    }

    private Future<?> shared(String name, CountDownLatch until) {
        return threads.submit(() -> {
            lanes.enter(turn.getAndIncrement());
            return lanes.shared(() -> done(task(name, until)));
        });
    }

    private Future<?> quiet(String name, CountDownLatch until) {
        return threads.submit(() -> lanes.quiet(() -> done(task(name, until))));
    }

    private static boolean done(Runnable task) {
        task.run();
        return true;
    }

    private void assertBegun(String... names) {
        await().untilAsserted(() -> assertThat(begun).containsExactly(names));
    }

    /** Time for whoever would be wrong to begin. */
    private static void pause() throws InterruptedException {
        Thread.sleep(50);
    }

    @Test
    void theSharedLaneIsForMany() {
        CountDownLatch end = new CountDownLatch(1);
        shared("one", end);
        assertBegun("one beside 0");
        shared("two", end);
        assertBegun("one beside 0", "two beside 1");
        end.countDown();
    }

    @Test
    void asManyAsThereArePlacesRunInTheOrderInWhichTheyCame() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        shared("one", first);
        assertBegun("one beside 0");
        shared("two", others);
        assertBegun("one beside 0", "two beside 1");
        shared("three", others);
        pause();
        shared("four", others);
        pause();
        assertThat(begun).hasSize(2);
        first.countDown();
        assertBegun("one beside 0", "two beside 1", "three beside 1");
        others.countDown();
        await().untilAsserted(() -> assertThat(begun).hasSize(4));
    }

    @Test
    void ofThoseWhoComeTogetherTheLowestRankIsFirst() throws Exception {
        CountDownLatch end = new CountDownLatch(0);
        List<Future<?>> all = new ArrayList<>();
        Lanes single = new Lanes(1, COMPANY);
        for (int rank : List.of(3, 1, 2)) {
            all.add(threads.submit(() -> {
                single.enter(rank);
                return single.shared(() -> done(task("rank " + rank, end)));
            }));
        }
        for (Future<?> each : all) {
            each.get(5, TimeUnit.SECONDS);
        }
        assertThat(begun).containsExactly("rank 1 beside 0", "rank 2 beside 0", "rank 3 beside 0");
    }

    @Test
    void whoAsksAsideTakesNobodysPlaceButWaitsForTheQuietLane() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        shared("one", end);
        shared("two", end);
        await().until(() -> begun.size() == 2);
        lanes.aside(() -> begun.add("aside"));
        assertThat(begun).hasSize(3);
        end.countDown();
        CountDownLatch alone = new CountDownLatch(1);
        quiet("quiet", alone);
        await().until(() -> begun.size() == 4);
        Future<?> late = threads.submit(() -> lanes.aside(() -> begun.add("late")));
        pause();
        assertThat(begun).hasSize(4);
        alone.countDown();
        late.get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoWantsTheQuietLaneWaitsWhileOthersStillBegin() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        shared("one", first);
        assertBegun("one beside 0");
        quiet("quiet", new CountDownLatch(0));
        pause();
        shared("two", second);
        assertBegun("one beside 0", "two beside 1");
        first.countDown();
        pause();
        assertThat(begun).hasSize(2);
        second.countDown();
        assertBegun("one beside 0", "two beside 1", "quiet beside 0");
    }

    @Test
    void inCompanyTheSharedLaneIsHeldBackUntilAllHaveHadTheirTurnAlone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        shared("one", end);
        assertBegun("one beside 0");
        for (int i = 0; i < COMPANY; i++) {
            quiet("quiet", new CountDownLatch(0));
        }
        pause();
        CountDownLatch last = new CountDownLatch(1);
        shared("two", last);
        shared("three", last);
        pause();
        assertThat(begun).hasSize(1);
        end.countDown();
        await().untilAsserted(() -> assertThat(begun).hasSize(6));
        assertThat(begun.subList(1, 4)).containsOnly("quiet beside 0");
        assertThat(begun.subList(4, 6)).allMatch(name -> name.startsWith("t"));
        last.countDown();
    }

    @Test
    void aTaskThatThrowsLeavesItsLane() throws Exception {
        Future<?> broken = threads.submit(() -> lanes.quiet(() -> {
            throw new IllegalStateException("broken");
        }));
        assertThat(broken).failsWithin(5, TimeUnit.SECONDS);
        shared("one", new CountDownLatch(0)).get(5, TimeUnit.SECONDS);
        quiet("two", new CountDownLatch(0)).get(5, TimeUnit.SECONDS);
        assertBegun("one beside 0", "two beside 0");
    }

    /** Each is woken for itself: a wake-up that is forgotten leaves one waiting for ever. */
    @Test
    void ofManyInAllLanesNobodyIsForgotten() throws Exception {
        int many = 200;
        AtomicInteger beside = new AtomicInteger();
        AtomicInteger alone = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int rank = many; rank > 0; rank--) {
            int own = rank;
            all.add(threads.submit(() -> {
                lanes.aside(() -> true);
                lanes.enter(own);
                lanes.shared(() -> counted(beside));
                return own % 5 > 0 || lanes.quiet(() -> counted(alone));
            }));
        }
        for (Future<?> each : all) {
            each.get(20, TimeUnit.SECONDS);
        }
        assertThat(beside.get()).isBetween(1, PLACES);
        assertThat(alone).hasValue(1);
    }

    /** Takes down how many run, if these are more than ever. */
    private boolean counted(AtomicInteger most) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        running.decrementAndGet();
        return true;
    }
}
