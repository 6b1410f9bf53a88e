/**
 * Recorded episodes: from the formats people have, checked before anything uses them, and out again
 * into formats that others read.
 *
 * <p>{@link dev.strait.envs.demonstration.DemonstrationFile} finds out from a file's content which
 * {@link dev.strait.envs.demonstration.DemonstrationFormat} it has and makes {@link
 * dev.strait.envs.demonstration.Demonstrations} of it. Whatever is wrong with a file ends in one
 * {@link dev.strait.envs.demonstration.DemonstrationException} of one line. {@link
 * dev.strait.envs.demonstration.DemonstrationFit} and {@link dev.strait.envs.demonstration.Replay}
 * then hold the recording against the world it is meant for.
 *
 * <p>Reading order: {@code Episode}, {@code Demonstrations}, {@code EpisodeSelection}, {@code
 * Transitions} for what a recording is; {@code DemonstrationFit}, {@code Replay} for what it is
 * worth; {@code DemonstrationFile}, {@code FormatDetection}, {@code DemonstrationFormat} for how it
 * is found; then any layout: {@code NpzLayouts}, {@code MinariHdf5}, {@code Hdf5Layouts}, {@code
 * ArrowLayouts}, {@code MlAgentsLayout}, {@code CsvLayout}; and for writing {@code MinariWriter},
 * {@code NpzRecording}. What a container of numbers is (zip, HDF5, Arrow, protobuf) is in {@code
 * dev.strait.envs.demonstration.container}.
 *
 * <p>Decision weighed: layouts could be found by file name. Names lie (every third npz is called
 * expert.npz, an HDF5 file is .h5 or .hdf5), and the members of the five npz layouts tell them
 * apart for certain, so the content decides and {@code --format} overrides it.
 *
 * <p>Details, with their sources:
 *
 * <ol>
 *   <li>An episode has T actions and T+1 observations (Minari 0.5.3 {@code hdf5_storage.py};
 *       imitation {@code data/types.py}). Formats without the last observation (baselines {@code
 *       mujoco_dset.py}, Stable-Baselines 2 {@code record_expert.py}, ikostrikov {@code
 *       convert_to_pytorch.py}, ilpyt) give T, and the last step has no successor.
 *   <li>A recording that does not say how an episode ended counts it as truncated. {@code dones}
 *       (ilpyt) is what the file says and counts as terminated; {@code terminal} (imitation) is
 *       kept too, though Pendulum's file sets it at the time limit.
 *   <li>D4RL: an episode ends at {@code terminals} or {@code timeouts}; its final observation is
 *       {@code next_observations}' row, where there is one (D4RL {@code offline_env.py}). Without
 *       {@code timeouts} the file is refused.
 *   <li>Minari: Dict entries are flattened by key as Gymnasium sorts them, Tuple entries by
 *       position; a Discrete entry is one number, its index, less the space's {@code start} for an
 *       action. Actions that mix indices and coordinates are coordinates. JPEG pictures are
 *       refused.
 *   <li>Minari's Arrow tables have T+1 rows, the last one filled with zeros beside its observation
 *       (Minari {@code arrow_storage.py}); imitation's have a row an episode ({@code
 *       huggingface_utils.py}); its {@code infos} are left alone.
 *   <li>ML-Agents: reward and end of action t are in record t+1 (ML-Agents {@code demo_loader.py}).
 *   <li>Pickles (members of type object, .pkl, .pt) are never decoded: they run code. Parquet is
 *       refused: its readers bring Hadoop or 80 MB of native code.
 *   <li>A file may hold 25 million numbers, a million steps of D4RL's widest locomotion world but
 *       Ant.
 *   <li>Every k-th step from a drawn offset: Ho and Ermon, "Generative Adversarial Imitation
 *       Learning", NeurIPS 2016, section 6.
 *   <li>Coordinates outside their bounds are accepted only where the recorder plainly did not clip:
 *       see {@code DemonstrationFit}.
 *   <li>Written numbers are float32 where that loses nothing, float64 otherwise; {@code
 *       imitation}'s reader wants {@code infos}, which are written as texts, not pickled.
 * </ol>
 */
package dev.strait.envs.demonstration;
