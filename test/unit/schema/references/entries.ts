// Entries as people paste them, in the manner of each place that they come from.

export const BIBTEX: readonly string[] = [
  // Google Scholar.
  `@article{cohen2020covid,
  title={COVID-19 image data collection},
  author={Cohen, Joseph Paul and Morrison, Paul and Dao, Lan},
  journal={Journal of Imaging},
  volume={6},
  number={3},
  pages={12--34},
  year={2020},
  publisher={MDPI}
}`,
  `@inproceedings{zhao2020contrastive,
  title={Contrastive learning of x-ray and CT images},
  author={Zhao, Jinyu and Zhang, Yichen and others},
  booktitle={International Conference on Medical Image Computing and Computer-Assisted Intervention},
  pages={210--219},
  year={2020},
  organization={Springer}
}`,
  `@article{wang2017chestx,
  title={Chestx-ray8: Hospital-scale chest x-ray database},
  author={Wang, Xiaosong and Peng, Yifan and Lu, Le and Lu, Zhiyong and Bagheri, Mohammadhadi and Summers, Ronald M},
  journal={IEEE Transactions on Medical Imaging},
  year={2017}
}`,
  `@book{goodfellow2016deep,
  title={Deep learning},
  author={Goodfellow, Ian and Bengio, Yoshua and Courville, Aaron},
  year={2016},
  publisher={MIT press}
}`,
  String.raw`@phdthesis{muller2019bildgebung,
  title={Bildgebung der Lunge},
  author={M{\"u}ller, J{\"o}rg},
  year={2019},
  school={Universit{\"a}t Freiburg}
}`,
  // DBLP.
  String.raw`@article{DBLP:journals/tmi/VayaSMGG21,
  author    = {Maria de la Iglesia{-}Vay{\'{a}} and
               Jose Manuel Saborit and
               Joaquim Angel Montell},
  title     = {{BIMCV} {COVID-19+:} a large annotated dataset of {RX} and {CT} images},
  journal   = {{IEEE} Trans. Medical Imaging},
  volume    = {40},
  number    = {1},
  pages     = {1--9},
  year      = {2021},
  url       = {https://doi.org/10.1109/TMI.2021.1234567},
  doi       = {10.1109/TMI.2021.1234567},
  timestamp = {Mon, 18 May 2020 01:00:00 +0200},
  biburl    = {https://dblp.org/rec/journals/tmi/VayaSMGG21.bib},
  bibsource = {dblp computer science bibliography, https://dblp.org}
}`,
  `@inproceedings{DBLP:conf/cvpr/HeZRS16,
  author       = {Kaiming He and
                  Xiangyu Zhang and
                  Shaoqing Ren and
                  Jian Sun},
  title        = {Deep Residual Learning for Image Recognition},
  booktitle    = {2016 {IEEE} Conference on Computer Vision and Pattern Recognition, {CVPR} 2016},
  pages        = {770--778},
  publisher    = {{IEEE} Computer Society},
  year         = {2016},
  doi          = {10.1109/CVPR.2016.90}
}`,
  String.raw`@inproceedings{DBLP:conf/miccai/RonnebergerFB15,
  author    = {Olaf Ronneberger and Philipp Fischer and Thomas Brox},
  editor    = {Nassir Navab and Joachim Hornegger},
  title     = {U-Net: Convolutional Networks for Biomedical Image Segmentation},
  booktitle = {Medical Image Computing and Computer-Assisted Intervention - {MICCAI} 2015},
  series    = {Lecture Notes in Computer Science},
  volume    = {9351},
  pages     = {234--241},
  publisher = {Springer},
  year      = {2015},
  doi       = {10.1007/978-3-319-24574-4\_28}
}`,
  // Publishers.
  `@article{RN1,
author = {Tsai, Emily B. and Simpson, Scott and Lungren, Matthew P. and Hershman, Michelle and Roshkovan, Leonid and Colak, Errol and Erickson, Bradley J. and Shih, George and Stein, Anouk and Kalpathy-Cramer, Jayashree},
title = {The RSNA International COVID-19 Open Radiology Database (RICORD)},
journal = {Radiology},
volume = {299},
number = {1},
pages = {E204-E213},
year = {2021},
doi = {10.1148/radiol.2021203957},
note ={PMID: 33399506},
URL = {https://doi.org/10.1148/radiol.2021203957},
eprint = {https://doi.org/10.1148/radiol.2021203957},
abstract = { The RSNA database is "open", 5% of it {annotated}. }
}`,
  `@Article{Ning2020,
author={Ning, Wanshan
and Lei, Shijun
and Yang, Jingjing},
title={Open resource of clinical data from patients with pneumonia for the prediction of COVID-19 outcomes via deep learning},
journal={Nature Biomedical Engineering},
year={2020},
month={Dec},
day={01},
volume={4},
number={12},
pages={1197-1207},
issn={2157-846X},
doi={10.1038/s41551-020-00633-5},
url={https://doi.org/10.1038/s41551-020-00633-5}
}`,
  `@article{CHOWDHURY2020132665,
title = {Can AI Help in Screening Viral and COVID-19 Pneumonia?},
journal = {IEEE Access},
volume = {8},
pages = {132665-132676},
year = {2020},
issn = {2169-3536},
doi = {https://doi.org/10.1109/ACCESS.2020.3010287},
author = {Muhammad E. H. Chowdhury and Tawsifur Rahman and Amith Khandakar},
keywords = {COVID-19, X-ray}
}`,
  `@article{10.1093/nsr/nwaa123,
    author = {Zhang, Kang and Liu, Xiaohong},
    title = "{Clinically Applicable AI System for Accurate Diagnosis}",
    journal = {National Science Review},
    volume = {7},
    year = {2020},
    month = {06},
    issn = {2095-5138},
    doi = {10.1093/nsr/nwaa123},
}`,
  `@ARTICLE{9090149,
  author={Fan, Deng-Ping and Zhou, Tao and Ji, Ge-Peng and Zhou, Yi and Chen, Geng and Fu, Huazhu and Shen, Jianbing and Shao, Ling},
  journal={IEEE Transactions on Medical Imaging}, 
  title={Inf-Net: Automatic COVID-19 Lung Infection Segmentation From CT Images}, 
  year={2020},
  volume={39},
  number={8},
  pages={2626-2637},
  doi={10.1109/TMI.2020.2996645}}`,
  `@article {Roberts2020.03.24,
	author = {Roberts, Michael and Driggs, Derek},
	title = {Common pitfalls and recommendations},
	elocation-id = {2020.03.24.20042317},
	year = {2020},
	doi = {10.1101/2020.03.24.20042317},
	publisher = {Cold Spring Harbor Laboratory Press},
	journal = {medRxiv}
}`,
  String.raw`@inproceedings{10.1145/3388440.3412456,
author = {Smith, John and O'Brien, Mary},
title = {Radiographs \& Tomography: 100\% Open},
year = {2020},
isbn = {9781450379649},
publisher = {Association for Computing Machinery},
address = {New York, NY, USA},
url = {https://doi.org/10.1145/3388440.3412456},
doi = {10.1145/3388440.3412456},
booktitle = {Proceedings of the 11th ACM International Conference on Bioinformatics},
articleno = {7},
numpages = {10},
location = {Virtual Event, USA},
series = {BCB '20}
}`,
  // Zotero, Mendeley, JabRef.
  `@article{jun_covid-19_2020,
	title = {{COVID}-19 {CT} {Lung} and {Infection} {Segmentation} {Dataset}},
	url = {https://zenodo.org/record/3757476},
	doi = {10.5281/zenodo.3757476},
	urldate = {2020-07-09},
	journal = {Zenodo},
	author = {Jun, Ma and Cheng, Ge and Yixin, Wang},
	month = apr,
	year = {2020},
	keywords = {COVID-19},
}`,
  `@book{vaart_asymptotic_1998,
	address = {Cambridge},
	title = {Asymptotic {Statistics}},
	isbn = {978-0-521-78450-4},
	publisher = {Cambridge University Press},
	author = {van der Vaart, A. W.},
	year = {1998},
}`,
  `@incollection{bishop_neural_2006,
	title = {Neural {Networks}},
	booktitle = {Pattern {Recognition}},
	publisher = {Springer},
	author = {Bishop, Christopher M.},
	editor = {Jordan, Michael},
	year = {2006},
	pages = {225--290},
}`,
  String.raw`@techreport{who2020,
  author      = {{World Health Organization}},
  title       = {Use of chest imaging in {COVID-19}},
  institution = {World Health Organization},
  year        = 2020,
  number      = {WHO/2019-nCoV/Clinical/Radiology\_imaging/2020.1}
}`,
  `@misc{kaggle,
  author = {Winther, Hinrich B. and Laser, Hans},
  title  = {{COVID-19} Image Repository},
  year   = {2020},
  doi    = {10.6084/m9.figshare.12275009.v1},
  url    = {https://figshare.com/articles/COVID-19_Image_Repository/12275009}
}`,
  // Macros, joined texts, quotes and parentheses.
  `@string{radiology = "Radiology"}
@string{rsna = {Radiological Society of North America}}
@article{bai2020,
  author    = "Bai, Harrison X. and Hsieh, Ben",
  title     = "Performance of Radiologists in " # "Differentiating {COVID-19}",
  journal   = radiology,
  publisher = rsna,
  year      = 2020,
  month     = mar
}`,
  `@article(soares2020,
  author = "Soares, Eduardo and Angelov, Plamen",
  title  = "SARS-CoV-2 CT-scan dataset",
  journal = "medRxiv",
  year = 2020
)`,
  `@comment{jabref-meta: databaseType:bibtex;}
@article{a1, author = {Xu, Xiaowei}, title = {A Deep Learning System to Screen}, journal = {Engineering}, year = {2020}}`,
  // Accents and signs.
  String.raw`@article{accents1, author = {Garc{\'\i}a, Jos{\'e} and Nu{\~n}ez, {\'A}ngel}, title = {Na{\"\i}ve caf\'e d\'ej\`a vu}, journal = {Revista Espa\~nola}, year = {2020}}`,
  String.raw`@article{accents2, author = {Erd{\H o}s, P{\'a}l and {\L}ukasiewicz, Jan and {\O}rsted, S{\o}ren}, title = {Stra{\ss}e, {\AE}on, c{\oe}ur}, journal = {{\'E}tudes}, year = {2020}}`,
  String.raw`@article{accents3, author = {Dvo\v{r}\'ak, Anton\'{\i}n and \v{S}mid, Ji\v{r}\'{\i} and {\c{C}}elik, G{\"u}l{\c s}en}, title = {P\v{r}\'ib\v{e}h}, journal = {\v{C}asopis}, year = {2020}}`,
  String.raw`@article{accents4, author = {{\"O}rn, Anders and B\"ar, K.}, title = {On the 95\% confidence of \emph{in vivo} X--ray imaging}, journal = {J. Phys.}, year = {1868}}`,
  String.raw`@article{accents5, author = {Ko{\c c}, {\.I}brahim and Nowak, Miko{\l}aj}, title = {Imaging of SARS-CoV-2: \textbf{a review}}, journal = {T{\"u}rk Radyoloji}, year = {2021}}`,
  String.raw`@article{signs, author = {Lee, A.}, title = {Costs \& benefits: \$5 for 10\% of \#1}, journal = {Health \& Place}, year = {2020}}`,
  // Names.
  String.raw`@article{names1, author = {Ludwig van Beethoven and Charles Louis Xavier Joseph de la Vall{\'e}e Poussin}, title = {Names}, journal = {J}, year = {2001}}`,
  `@article{names2, author = {de la Cruz, Maria and von Neumann, John}, title = {More names}, journal = {J}, year = {2002}}`,
  `@article{names3, author = {Jean-Paul Sartre and J. R. R. Tolkien}, title = {Initials}, journal = {J}, year = {2003}}`,
  `@article{names4, author = {{The COVID-19 Consortium and Friends} and Smith, Jane}, title = {Institutions}, journal = {J}, year = {2004}}`,
  `@article{names5, author = {Plato}, title = {One word}, journal = {J}, year = {2005}}`,
  // biblatex.
  `@online{radiopaedia, author = {Bickle, Ian}, title = {COVID-19 pneumonia}, url = {https://radiopaedia.org/cases/74867}, date = {2020-03-08}, urldate = {2020-04-07}}`,
  `@article{bl1, author = {Desai, Shivang}, title = {Chest imaging}, journaltitle = {Scientific Data}, date = {2020-11-24}, volume = {7}, number = {1}, pages = {414}, doi = {10.1038/s41597-020-00741-6}}`,
  `@report{bl2, author = {Doe, Jane}, title = {Report on imaging}, institution = {RSNA}, date = {2021-02}, type = {techreport}}`,
  `@dataset{bl3, author = {An, P. and Xu, S.}, title = {CT Images in COVID-19}, publisher = {The Cancer Imaging Archive}, date = {2020}, doi = {10.7937/TCIA.2020.GQRY-NC81}}`,
  `@software{bl4, author = {Doe, Jo}, title = {covid-tools}, version = {1.2}, date = {2021}, url = {https://github.com/example/covid-tools}}`,
  `@inproceedings{bl5, author = {Maguolo, Gianluca and Nanni, Loris}, title = {A critic evaluation}, booktitle = {Information Fusion}, date = {2021-12}, doi = {10.1016/j.inffus.2021.04.008}}`,
  `@thesis{bl6, author = {Roe, Richard}, title = {Imaging}, type = {phdthesis}, institution = {University of X}, date = {2019}}`,
]

/** Preprints, which Citation.js gives no archive. */
export const PREPRINTS: readonly (readonly [entry: string, number: string])[] = [
  [
    '@article{cohen2020covid,\n  title={COVID-19 image data collection},\n  author={Cohen, Joseph Paul},\n  journal={arXiv preprint arXiv:2003.11597},\n  year={2020}\n}',
    '2003.11597',
  ],
  [
    '@misc{cohen2020covid19,\n      title={COVID-19 Image Data Collection}, \n      author={Joseph Paul Cohen and Paul Morrison},\n      year={2020},\n      eprint={2003.11597},\n      archivePrefix={arXiv},\n      primaryClass={eess.IV},\n      url={https://arxiv.org/abs/2003.11597}, \n}',
    '2003.11597',
  ],
  [
    '@article{DBLP:journals/corr/abs-2003-11597,\n  author       = {Joseph Paul Cohen},\n  title        = {{COVID-19} Image Data Collection},\n  journal      = {CoRR},\n  volume       = {abs/2003.11597},\n  year         = {2020},\n  url          = {https://arxiv.org/abs/2003.11597},\n  eprinttype   = {arXiv},\n  eprint       = {2003.11597}\n}',
    '2003.11597',
  ],
  [
    '@online{x, author = {Wang, Linda}, title = {COVID-Net}, date = {2020}, eprint = {2003.09871}, eprinttype = {arxiv}, eprintclass = {eess.IV}}',
    '2003.09871',
  ],
  [
    '@misc{y, title={Old}, author={A. B.}, year={1999}, eprint={hep-th/9901001}, archivePrefix={arXiv}}',
    'hep-th/9901001',
  ],
]

export const RIS: readonly string[] = [
  `TY  - JOUR
T1  - COVID-19 image data collection
A1  - Cohen, Joseph Paul
A1  - Morrison, Paul
JO  - Journal of Imaging
VL  - 6
IS  - 3
SP  - 12
EP  - 34
Y1  - 2020
PB  - MDPI
ER  - 
`,
  `TY  - JOUR
AU  - Tsai, Emily B.
AU  - Simpson, Scott
TI  - The RSNA International COVID-19 Open Radiology Database (RICORD)
T2  - Radiology
PY  - 2021
DA  - 2021/04/01
VL  - 299
IS  - 1
SP  - E204
EP  - E213
DO  - 10.1148/radiol.2021203957
UR  - https://doi.org/10.1148/radiol.2021203957
AB  - An open database.
ER  - 
`,
  `TY  - CHAP
AU  - Ronneberger, Olaf
AU  - Fischer, Philipp
TI  - U-Net: Convolutional Networks for Biomedical Image Segmentation
T2  - Medical Image Computing and Computer-Assisted Intervention
PY  - 2015
PB  - Springer
SP  - 234
EP  - 241
DO  - 10.1007/978-3-319-24574-4_28
ER  - 
`,
  `TY  - BOOK
TI  - Deep Learning
AU  - Goodfellow, Ian
PY  - 2016
PB  - MIT Press
ER  - 
`,
  `TY  - DATA
TI  - CT Images in COVID-19
AU  - An, P.
PB  - The Cancer Imaging Archive
PY  - 2020
DO  - 10.7937/TCIA.2020.GQRY-NC81
ER  - 
`,
  `TY  - RPRT
TI  - Use of chest imaging in COVID-19
AU  - Akl, Elie
PY  - 2020
PB  - World Health Organization
ER  - 
`,
  `TY  - THES
TI  - Bildgebung der Lunge
AU  - Müller, Jörg
PY  - 2019
PB  - Universität Freiburg
ER  - 
`,
]

/** A paper of a conference, of which Citation.js leaves out the proceedings. */
export const CONFERENCE = `TY  - CONF
TI  - Deep Residual Learning for Image Recognition
T2  - 2016 IEEE Conference on Computer Vision and Pattern Recognition
SP  - 770
EP  - 778
AU  - K. He
AU  - X. Zhang
PY  - 2016
DO  - 10.1109/CVPR.2016.90
ER  - 
`
