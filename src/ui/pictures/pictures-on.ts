/** Whether this tablet shows the pictures that stand beside words (`<html data-pictures>`, from its settings). */
export const arePicturesOn = (): boolean => document.documentElement.dataset['pictures'] !== 'off';
