/** Reads bytes that should be sound and tells which kind and how long, or what they are instead. */
package cutover.probe.audio;
