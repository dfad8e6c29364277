/** What every call has in common, added to the OpenAPI document that is made from the resources: security, problems, headers, examples. */
@NullMarked
package org.essaim.gateway.rest.description;

import org.jspecify.annotations.NullMarked;
