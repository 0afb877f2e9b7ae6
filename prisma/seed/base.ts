/** The base as its papers name it; written once when a portal begins, with or without demo data. */
export const base = {
  name: "青羊·得荣就业扶贫公共实训基地",
  shortName: "青羊·得荣实训基地",
  organiser: "得荣县人力资源和社会保障局",
  operator: "青羊·得荣就业扶贫公共实训基地",
};
