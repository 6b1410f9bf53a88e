/** Deep VIB. */
package dev.strait.agents.vib;
