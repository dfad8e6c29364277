/** What an operator sees over HTTP: the status, health and metrics. Numbers only, no personal data. */
@NullMarked
package org.essaim.matcher.rest;

import org.jspecify.annotations.NullMarked;
