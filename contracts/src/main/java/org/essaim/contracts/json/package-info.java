/** The JSON form of the records and the CloudEvents headers that name them. */
@NullMarked
package org.essaim.contracts.json;

import org.jspecify.annotations.NullMarked;
