/** Reads bytes that should be a PDF and tells what is in them, or what they are instead. */
package cutover.probe.pdf;
