/** How each platform runs asynchronous work. */
package cutover.twin.work;
