/** The old platform's API, as far as looking at an application goes. */
package cutover.twin.heroku;
