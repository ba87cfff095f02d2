/** Looks at one TCP port, or at many, and tells whether the door is open, shut or hidden, and whether we could see it. */
package cutover.probe.port;
