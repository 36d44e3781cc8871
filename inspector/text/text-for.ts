import { en } from './en'
import type { InspectorText } from './text'
import { zh } from './zh'

/** Chinese for `zh` and its variants, else English. */
export const textFor = (language: string): InspectorText => (/^zh\b/i.test(language) ? zh : en)
