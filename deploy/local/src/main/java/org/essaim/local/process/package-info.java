/**
 * One child process and all of them: a {@link org.essaim.local.process.ChildPlan} says what to run and how to tell that it
 * is ready, {@link org.essaim.local.process.Guard} starts it so that it cannot outlive the launcher,
 * {@link org.essaim.local.process.Probe} asks whether it is ready, and {@link org.essaim.local.process.Supervisor} starts
 * them all in dependency order, restarts what dies and stops them in reverse.
 */
@NullMarked
package org.essaim.local.process;

import org.jspecify.annotations.NullMarked;
