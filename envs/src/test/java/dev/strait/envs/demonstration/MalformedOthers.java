package dev.strait.envs.demonstration;

import dev.strait.envs.file.Recipes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ML-Agents and CSV files that must be refused. */
final class MalformedOthers extends Recipes {

    MalformedOthers() {
        demo();
        csv();
    }

    private void demo() {
        byte[] demo = DemoBytes.file(3, false, false, false);
        bytes("a demo that begins with an end", DemoBytes.file(3, true, false, false));
        bytes("a demo of one record", DemoBytes.file(3, false));
        bytes("a demo that ends in its metadata", Arrays.copyOf(demo, 20));
        bytes("a demo without records", Arrays.copyOf(demo, 40));
        bytes("a demo that misses a record", Arrays.copyOf(demo, demo.length - 20));
        bytes("a demo whose record is 2 GB", demoLength(demo.clone()));
        bytes("a demo with a number of 11 bytes", demoVarint(demo.clone()));
    }

    private static byte[] demoLength(byte[] demo) {
        int record = 34 + demo[33];
        Arrays.fill(demo, record, record + 4, (byte) 0xff);
        demo[record + 4] = 7;
        return demo;
    }

    private static byte[] demoVarint(byte[] demo) {
        int record = 34 + demo[33];
        Arrays.fill(demo, record, Math.min(record + 11, demo.length), (byte) 0xff);
        return demo;
    }

    private void csv() {
        text("a CSV of a header alone", "obs_0,action\n");
        text("a CSV with too few cells", "obs_0,action\n1,0\n2\n");
        text("a CSV with words", "obs_0,action\n1,0\ntwo,0\n");
        text("a CSV with NaN", "obs_0,action\n1,0\nNaN,0\n");
        text("a CSV with infinity", "obs_0,action\n1,0\n1e999,0\n");
        text("a CSV with an empty cell", "obs_0,obs_1,action\n1,,0\n");
        text("a CSV with an unknown column", "obs_0,action,mood\n1,0,2\n");
        text("a CSV with a column twice", "obs_0,action,obs_0\n1,0,2\n");
        text("a CSV with both kinds of action", "obs_0,action,action_0\n1,0,2\n");
        text("a CSV that returns to an episode", "episode,obs_0,action\n0,1,0\n1,1,0\n0,1,0\n");
        text("a CSV that goes on after its end", "obs_0,action,terminated\n1,0,1\n1,0,0\n");
        text("a CSV that goes on after the final one", "obs_0,action\n1,0\n1,\n1,0\n");
        text("a CSV with an episode of words", "episode,obs_0,action\nfirst,1,0\n");
        text("a CSV with a flag of words", "obs_0,action,truncated\n1,0,perhaps\n");
        text("a CSV of final observations", "obs_0,action\n1,\n");
        text("a CSV of one state", "obs_0\n1\n");
        bytes("a CSV whose line never ends", endless());
    }

    private static byte[] endless() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("obs_0,action\n".getBytes(StandardCharsets.US_ASCII));
        byte[] ones = new byte[3 << 20];
        Arrays.fill(ones, (byte) '1');
        out.writeBytes(ones);
        return out.toByteArray();
    }
}
