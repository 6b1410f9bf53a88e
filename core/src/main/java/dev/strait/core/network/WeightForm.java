package dev.strait.core.network;

/** What a layer does to its weight before it is used; a regulariser may ask for one. */
public enum WeightForm {
    /** The weight as it is. */
    PLAIN,
    /** Divided by its largest singular value: spectral normalisation (Miyato et al. 2018). */
    SPECTRAL
}
