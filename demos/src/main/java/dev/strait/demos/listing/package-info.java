/**
 * What there is to choose from, in tables: worlds with their presets, algorithms, recipes, forms of
 * the reward, formats of files. Every list is made of what the code itself knows, so that none goes
 * out of date.
 *
 * <p>Reading order: {@link dev.strait.demos.listing.ListCommand}, {@code SpaceText} and {@code
 * PresetList} (worlds), {@code AlgorithmList}, {@code RecipeList}, {@code RewardList}.
 *
 * <p>Papers: those that {@code AlgorithmList} and {@code RecipeList} name beside each method.
 *
 * <p>The decision weighed: a class a list, each with its words for people, rather than descriptions
 * in the algorithms' own classes: what a row says depends on its neighbours.
 */
package dev.strait.demos.listing;
