/** Fills in Keycloak's page for those who are new, which the browser shows, and sends it. */
export async function register(page, name) {
  await page.locator('[name="password-confirm"]').waitFor();
  for (const [field, value] of Object.entries({ username: name, email: `${name}@example.test`, firstName: name, lastName: 'Essaim', password: 'a password of twelve', 'password-confirm': 'a password of twelve' })) {
    const input = page.locator(`[name="${field}"]`);
    if (await input.count() > 0) await input.first().fill(value);
  }
  await page.locator('[type=submit]').first().click();
}
