/** Whether a code is right, to so many digits. A four-digit acceptable code means any subheading of it. */
export const isRight = (code: string, acceptable: readonly string[], digits: number): boolean =>
  digits === 4
    ? acceptable.some((hs) => hs.slice(0, 4) === code.slice(0, 4))
    : acceptable.some((hs) => code.startsWith(hs));
