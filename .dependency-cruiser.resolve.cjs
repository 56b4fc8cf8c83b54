/** Leads dependency-cruiser from `#domain/x.js` to the source of x and not, as Node goes, to dist/. */
const { join } = require('node:path');

const at = (folder) => join(__dirname, folder);

module.exports = {
  resolve: {
    alias: {
      '#domain': at('libs/domain/src'),
      '#persistence': at('libs/persistence/src'),
      '#application': at('libs/application/src'),
      '#ui': at('libs/ui/src'),
      '#server': at('apps/server/src'),
      '#migrations': at('migrations'),
    },
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
};
