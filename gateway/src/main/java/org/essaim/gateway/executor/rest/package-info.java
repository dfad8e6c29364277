/** The executor's answers as answers of this API. */
@NullMarked
package org.essaim.gateway.executor.rest;

import org.jspecify.annotations.NullMarked;
