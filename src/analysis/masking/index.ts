export { createMasker, type Masker, type MaskerOptions } from './create-masker.ts';
