package dev.strait.envs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that run the shards of one task again and again without allocating: the caller runs shard
 * 0 itself, wakes the others and waits for them. Every round is a turn of a counter, which also
 * publishes the caller's writes to the workers and theirs back.
 */
final class Workers implements AutoCloseable {

    private static final int SPINS = 2_000;

    /** A task cut into shards. */
    interface Task {

        /** Runs one shard of {@code shards}. */
        void run(int shard, int shards);
    }

    private final Task task;
    private final Thread[] threads;
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile int round;
    private volatile boolean closed;
    private volatile Thread caller;
    private volatile Throwable failure;

    /** Starts {@code shards - 1} daemon threads. */
    Workers(String name, int shards, Task task) {
        this.task = task;
        threads = new Thread[shards - 1];
        for (int i = 0; i < threads.length; i++) {
            int shard = i + 1;
            threads[i] = new Thread(() -> work(shard), name + " worker " + shard);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /**
     * Runs every shard once.
     *
     * @throws IllegalStateException with the cause if a shard failed, or after {@link #close}
     */
    void run() {
        if (closed) {
            throw new IllegalStateException("the environment is closed");
        }
        if (threads.length == 0) {
            task.run(0, 1);
            return;
        }
        caller = Thread.currentThread();
        failure = null;
        unfinished.set(threads.length);
        round++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        try {
            task.run(0, threads.length + 1);
        } finally {
            await();
        }
        if (failure != null) {
            throw new IllegalStateException("a worker failed", failure);
        }
    }

    private void await() {
        for (int spin = 0; unfinished.get() > 0; spin++) {
            pause(spin);
        }
    }

    private void work(int shard) {
        int seen = 0;
        while (true) {
            for (int spin = 0; round == seen && !closed; spin++) {
                pause(spin);
            }
            if (closed) {
                return;
            }
            seen = round;
            runShard(shard);
        }
    }

    private void runShard(int shard) {
        try {
            task.run(shard, threads.length + 1);
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
