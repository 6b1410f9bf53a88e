package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldNameTest {

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, CartPole-v1",
        "strait/AcrobotFixed-v1, strait/AcrobotFixed-v1",
        "PlanarBiped-v0, PlanarBiped-v0",
        "PlanarBiped-v0:run, PlanarBiped-v0:run",
        "PlanarBiped-v0:/data/motions/humanoid3d_walk.txt, PlanarBiped-v0:humanoid3d_walk.txt",
        "PlanarBiped-v0:motions/walk.bvh, PlanarBiped-v0:walk.bvh"
    })
    void shouldNameAClipWithoutItsFolders(String id, String name) {
        assertEquals(name, WorldName.of(id).toString());
    }
}
