/** Renders what an operator applies, offline, and holds it to what every service must have and to the contracts. */
package org.essaim.kubernetes;
