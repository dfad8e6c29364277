/** What an operator may do. Needs role operator; shows where a record is and why it was refused, never what it holds. */
@NullMarked
package org.essaim.gateway.operators.rest;

import org.jspecify.annotations.NullMarked;
