/** The address of the same page in the other language, such as `/zh/guide/errors.html` for `/guide/errors.html`. */
export const inOtherLanguage = (address: string): string =>
  address.startsWith('/zh/') ? address.slice('/zh'.length) : `/zh${address}`
