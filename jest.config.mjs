/** One runner for all sizes of test; the folder says the size (CONTRIBUTING.md, "Tests"). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.e2e-spec.ts', '**/*.browser-spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  moduleNameMapper: {
    '^#(domain|persistence|application|ui)/(.*)\\.js$': [
      '<rootDir>/libs/$1/src/$2.ts',
      '<rootDir>/libs/$1/src/$2.tsx',
    ],
    '^#server/(.*)\\.js$': ['<rootDir>/apps/server/src/$1.ts', '<rootDir>/apps/server/src/$1.tsx'],
    '^#migrations/(.*)\\.js$': '<rootDir>/migrations/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic' },
            useDefineForClassFields: false,
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Tests judge no timing; this ends only what hangs, on a busy machine too.
  testTimeout: 300_000,
  maxWorkers: 2,
};
