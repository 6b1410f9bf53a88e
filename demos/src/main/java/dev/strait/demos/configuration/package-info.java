/**
 * Nests of hyper-parameter records from YAML and back. A configuration begins with a record that
 * holds the preset, takes a file and single {@code --set} settings on top, and ends as a record
 * whose constructors have checked everything. The records know nothing of it: no annotations, and
 * each default exists once, in the record instance.
 *
 * <p>Reading order: {@link dev.strait.demos.configuration.Configuration}, {@code SourcedTree} (what
 * lies over what), {@code YamlReader} (text to tree, with lines), {@code RecordReader} and {@link
 * dev.strait.demos.configuration.RecordWriter} (tree to record and back), {@code Variants} and
 * {@code Scalars}, {@link dev.strait.demos.configuration.Given} (a setting that is an option, too),
 * {@link dev.strait.demos.configuration.NearestName}.
 *
 * <p>The decision weighed: Jackson parses and prints the YAML, but its databind does not bind the
 * records. Databind could, with an annotation introspector for sealed families and another module
 * for optionals; but a layered tree has no locations left for its messages, and "did you mean" with
 * the line of the file is worth more than the two hundred lines that do it here.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A member of a sealed family is written {@code type: SimpleName} and its fields, or as the
 *       bare name where it has none. Naming another type drops the fields of the former one; the
 *       new one's missing fields come from its {@code static defaults()}, its constant {@code
 *       DEFAULT} or its constructor without arguments, if it has one of them.
 *   <li>An empty optional is {@code null}. Lists are replaced whole.
 *   <li>YAML 1.1 (Jackson's) resolves {@code 1e-3} to text, so numbers are accepted as text; whole
 *       numbers may be written {@code 1e6}.
 *   <li>Anchors, aliases, duplicate keys and second documents are refused.
 * </ul>
 */
package dev.strait.demos.configuration;
