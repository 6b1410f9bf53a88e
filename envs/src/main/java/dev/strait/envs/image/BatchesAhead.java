package dev.strait.envs.image;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongFunction;

/**
 * Computes a sequence of batches a few ahead of its one consumer, on a daemon thread that waits
 * while the queue is full. The thread starts with the first {@link #next}; it ends with {@link
 * #close}, and where a batch cannot be made: then {@link #next} throws what it threw.
 */
final class BatchesAhead {

    /** Batches that wait: enough to even out a slow picture, few enough to fit in memory. */
    private static final int DEPTH = 4;

    private final LongFunction<ImageBatch> maker;
    private Producer producer;
    private long given;
    private boolean closed;

    /**
     * @param maker makes the batch of a number; called by one thread at a time
     */
    BatchesAhead(LongFunction<ImageBatch> maker) {
        this.maker = maker;
    }

    ImageBatch next() {
        if (closed) {
            throw new IllegalStateException("these batches are closed");
        }
        if (producer == null) {
            producer = new Producer(maker, given);
            producer.start();
        }
        ImageBatch batch = producer.take();
        given++;
        return batch;
    }

    long given() {
        return given;
    }

    void restore(long batches) {
        end();
        given = batches;
    }

    void close() {
        end();
        closed = true;
    }

    private void end() {
        if (producer != null) {
            producer.end();
            producer = null;
        }
    }

    /** A batch, or why there is none. */
    private record Made(ImageBatch batch, Throwable failure) {}

    /** Makes batches from a number on until it is told to end. */
    private static final class Producer extends Thread {

        private final LongFunction<ImageBatch> maker;
        private final BlockingQueue<Made> queue = new ArrayBlockingQueue<>(DEPTH);
        private final long first;
        private volatile boolean ended;

        Producer(LongFunction<ImageBatch> maker, long first) {
            super("batches ahead");
            this.maker = maker;
            this.first = first;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (long number = first; !ended; number++) {
                    Made made = make(number);
                    queue.put(made);
                    if (made.failure() != null) {
                        return;
                    }
                }
            } catch (InterruptedException end) {
                // Interrupted by end() alone, while the queue was full: nobody waits for more.
                Thread.currentThread().interrupt();
            }
        }

        private Made make(long number) {
            try {
                return new Made(maker.apply(number), null);
            } catch (RuntimeException | Error failure) {
                return new Made(null, failure);
            }
        }

        ImageBatch take() {
            try {
                Made made = queue.take();
                if (made.failure() != null) {
                    queue.put(made);
                    throw rethrown(made.failure());
                }
                return made.batch();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a batch", stopped);
            }
        }

        private static RuntimeException rethrown(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }

        /** Returns when the thread has ended; an interrupt of the caller is kept for later. */
        void end() {
            ended = true;
            interrupt();
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
