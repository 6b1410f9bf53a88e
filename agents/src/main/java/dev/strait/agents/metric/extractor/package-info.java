/**
 * What sees features in pictures. An extractor is either a user's network from a TorchScript file,
 * such as Inception for figures that compare with published ones, or a classifier that Strait
 * trains itself on pictures of the kind to be measured. Its identity, a name and a hash, goes with
 * every figure.
 *
 * <p>Reading order: {@link dev.strait.agents.metric.extractor.FeatureExtractor}, {@link
 * dev.strait.agents.metric.extractor.ExtractorIdentity}, {@link
 * dev.strait.agents.metric.extractor.TrainedClassifier} and its {@link
 * dev.strait.agents.metric.extractor.ClassifierRecipe}, {@link
 * dev.strait.agents.metric.extractor.TorchScriptExtractor} and its {@link
 * dev.strait.agents.metric.extractor.PictureForm}.
 *
 * <p>Papers: Heusel et al. 2017 (features of a classifier); Parmar, Zhang and Zhu 2022 (what
 * resizing does to FID); Loshchilov and Hutter 2017 (the cosine of the rate).
 *
 * <p>The decision that was weighed: weights in the repository or a recipe. A recipe is a few
 * numbers, holds for any labelled pictures and shows all there is to know; weights would be a file
 * of unknown origin. The price is a minute of training, once, and that two machines whose
 * arithmetic rounds differently get two hashes.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>The classifier: convolutions 5 × 5 of stride 2 with leaky ReLU until a side is at most 8, a
 *       dense layer of 64, leaky ReLU, a dense layer to the classes; PyTorch's initial weights;
 *       Adam, cross-entropy, the rate falling by half a cosine (Strait's own).
 *   <li>Features are taken before the rectification: closer to the Gaussian that FID assumes, and
 *       no dimension is dead; and standardised, each dimension by itself, over the held-out
 *       pictures (Strait's own: else KID's kernel would depend on the length of the training).
 *   <li>The file is named by recipe, pictures and labels; its hash is that of the weights.
 *   <li>The hash of a TorchScript network covers the file and the form of its input.
 *   <li>Pictures are resized with half-pixel centres and a triangle that widens when they shrink
 *       (as PIL's bilinear filter).
 * </ul>
 */
package dev.strait.agents.metric.extractor;
