/** Articulated bodies in generalised coordinates with soft contact. */
package dev.strait.envs.physics;
