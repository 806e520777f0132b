/** What is added to a count by the cell key method: how many of ten or of three keys get which noise. Counts of five and more are alike. */
export const noiseTable: readonly { count: number; shares: readonly { noise: number; share: number }[] }[] = [
  {
    count: 1,
    shares: [
      { noise: -1, share: 2 / 3 },
      { noise: 2, share: 1 / 3 },
    ],
  },
  {
    count: 2,
    shares: [
      { noise: -2, share: 1 / 3 },
      { noise: 1, share: 2 / 3 },
    ],
  },
  {
    count: 3,
    shares: [
      { noise: -3, share: 0.1 },
      { noise: 0, share: 0.6 },
      { noise: 1, share: 0.3 },
    ],
  },
  {
    count: 4,
    shares: [
      { noise: -1, share: 0.25 },
      { noise: 0, share: 0.5 },
      { noise: 1, share: 0.25 },
    ],
  },
  {
    count: 5,
    shares: [
      { noise: -2, share: 0.1 },
      { noise: -1, share: 0.2 },
      { noise: 0, share: 0.4 },
      { noise: 1, share: 0.2 },
      { noise: 2, share: 0.1 },
    ],
  },
];
