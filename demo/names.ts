/** Common names, freely combined: nobody in particular. */
import type { DemoLanguage } from './clinic.ts'

type Names = { female: readonly string[]; male: readonly string[]; family: readonly string[] }

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const NAMES: Record<DemoLanguage, Names> = {
  en: {
    female:
      words(`Nora Ellen Judith Carol Megan Tessa Paula Denise Hannah Leah Abigail Sylvia Marjorie Brenda Kira Joan Naomi Fern
      Whitney Daphne Gwen Lorraine Imani Keisha Rosalind Odette Shirley Tamara Winona Claire`),
    male: words(`Walter Peter Dennis Howard Calvin Theo Russell Grant Ian Leonard Emmett Jerome Curtis Floyd Gavin Neal Otis Percy
      Quentin Roland Stuart Terrence Vernon Wade Malik Andre Hollis Byron Clyde Simon`),
    family:
      words(`Feldman Ashby Barlow Cobb Dunning Eastman Farrow Gable Hobart Ingram Jessup Kessler Lowry Mercer Norwood Oakes
      Pruitt Quimby Rowe Satterly Tolliver Underhill Varney Wexler Yates Zeller Alston Bickford Crandall Doyle Ennis Fitch Garrity
      Holcomb Ives Jarrett Kimball Lathrop Munroe Nesbit Orcutt Pell Ridley Stroud Thorne Upton Vickers Wooten Yarrow Abbott`),
  },
  es: {
    female:
      words(`Rosa Lucia Marisol Carmen Yolanda Beatriz Elena Graciela Paola Ximena Silvia Norma Alicia Daniela Veronica Teresa
      Gabriela Josefina Monica Araceli`),
    male: words(`Diego Ramon Julio Hector Ernesto Arturo Rafael Gustavo Felipe Emilio Joaquin Sergio Tomas Ignacio Esteban Raul Martin
      Pablo Adrian Fermin`),
    family:
      words(`Maldonado Quintero Barrera Cisneros Duarte Escobedo Fuentes Galvan Huerta Ibarra Jaramillo Lozano Montoya Narvaez
      Ocampo Paredes Robledo Salcedo Tamayo Urbina Valdivia Zepeda Arellano Bustos Corona`),
  },
  zh: {
    female: words(`Mei Xiulan Yan Jing Lihua Qing Fang Hui Ying Rong`),
    male: words(`Jun Wei Guoqiang Hao Bin Ming Tao Zhen Lei Jian`),
    family: words(`Zhang Liu Chen Yang Zhao Wu Zhou Xu Sun Ma Gao Lin`),
  },
  vi: {
    female: words(`Lan Hoa Thuy Mai Ngoc Huong Trang Kim Yen Phuong`),
    male: words(`Minh Tuan Hung Duc Khanh Long Quang Son Thanh Vinh`),
    family: words(`Nguyen Tran Le Pham Hoang Vu Dang Bui Do Ngo Duong Ly`),
  },
  ar: {
    female: words(`Layla Amina Huda Mariam Nadia Rania Salma Zainab Fatima Dalia`),
    male: words(`Karim Yusuf Tariq Hassan Bilal Omar Khalil Nabil Samir Walid`),
    family: words(`Mansour Saleh Khoury Darwish Barakat Hamdan Jaber Nassar Qasim Rahal Shaheen Taha`),
  },
  pt: {
    female: words(`Ana Luzia Renata Fernanda Vera Patricia Sandra Marcia Denise Juliana`),
    male: words(`Paulo Rogerio Marcelo Tiago Edson Fabio Nelson Otavio Bruno Caio`),
    family: words(`Teixeira Moreira Carvalho Pacheco Figueiredo Barbosa Siqueira Amaral Coutinho Dias Rezende Vasques`),
  },
}
