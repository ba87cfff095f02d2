/**
 * Rollback exercises: something breaks, the right steps must notice, the right decision must follow, people go back, and all
 * that was there before must be there again.
 */
package cutover.drill;
