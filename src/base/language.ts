/** The languages every text a person sees exists in. Russian is the working language of AZ-KZ-2019 (Article 15). */
export const LANGUAGES = ['ru', 'en', 'az', 'kk'] as const;
export type Language = (typeof LANGUAGES)[number];
