import { Global, Module, type DynamicModule, type ValueProvider } from '@nestjs/common';

/** Values that are read once at the start and the same everywhere. */
@Global()
@Module({})
export class SettingsModule {
  static create(values: readonly ValueProvider[]): DynamicModule {
    return {
      module: SettingsModule,
      providers: [...values],
      exports: values.map(({ provide }) => provide),
    };
  }
}
